"""A register comes in, and goes out: CSV, JSON or YAML.

bytes ─reading→ a sheet of headings and rows ─mapping→ which column says what ─entries→ accounts and remarks
      ─weighing→ what each would be to the register ─actions, jobs→ accounts that are *found*, or filled in

What somebody uploads is kept as a draft until it is done or thrown away: no step that fails loses it.
"""
