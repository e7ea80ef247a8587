"""Finding what identifies a person: numbers, phones, mail, places. Spans are exact; the text is never kept."""
