"""The sentence on Today that is worked out aside."""

from pathlib import Path

from tests.screens.support import Runner, live


def test_a_drive_of_yesterday_is_worth_a_sentence(tmp_path: Path) -> None:
    async def journey(runner: Runner) -> None:
        assert "such days" not in runner.text
        await runner.press("left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert "Driving 3 h yesterday: such days are followed by +" in runner.text
        await runner.press("right_square_bracket")
        assert "such days" not in runner.text

    live(tmp_path, journey, sample=True, look_aside=True)
