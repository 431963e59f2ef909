"""The project's own speed figures, as ratios to named references measured in the same run."""
