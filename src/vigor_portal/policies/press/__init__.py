"""The press room: pages written once, at publishing, from the public projection alone; answered without cookies."""
