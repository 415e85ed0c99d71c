"""Pictures and documents as files: where they are kept, who may fetch them, and what became of them."""
