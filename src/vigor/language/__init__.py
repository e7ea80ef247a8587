"""What review, check and ask need to know about Swedish and English: words, base forms, compounds."""
