"""What coach, physio and doctor said."""
