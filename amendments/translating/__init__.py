"""Translations in step with what they were made from: kept, asked for, written."""
