"""The register as anybody may read it: everything here but `projection` reads `PublicAccount` and nothing else."""
