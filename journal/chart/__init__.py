"""The trend chart: a pure model, its layout, its words; `draw` alone knows plotext."""
