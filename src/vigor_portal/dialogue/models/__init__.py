"""What people say about the policy: threads, proposals, consultations and stances, one file each."""
