"""How days and hours are written where Django would write them otherwise than we do everywhere else."""
