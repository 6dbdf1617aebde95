"""The report for a physio or a coach."""
