"""What do the words for a number, a date, a name or a place mean, and do two of them agree?"""
