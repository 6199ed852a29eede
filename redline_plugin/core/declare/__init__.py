"""The declaration of an assessment model: one text, many uses."""
