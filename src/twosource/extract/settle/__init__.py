"""All claims of one report in, the same settled out: repeats, other happenings, doubtful days, people counted twice."""
