"""How stages are run: serial or on a pool of processes; two verbs, map and map_groups."""
