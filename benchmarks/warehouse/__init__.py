"""Speed of publication, and of questions over what is published."""
