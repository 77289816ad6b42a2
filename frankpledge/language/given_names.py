"""Given names that are common in these islands: enough to tell a person from a place."""

_NAMES = """
    Aaron Abdul Abigail Adam Adele Adrian Aisha Alan Albert Alex Alexander Alexandra Alfie Alice
    Alison Amanda Amber Amelia Amina Amy Andrea Andrew Angela Anita Ann Anna Anne Annette Anthony
    Antonia Archie Arthur Ashley Barbara Barry Ben Benjamin Bernard Beth Bethany Beverley Bill
    Brenda Brian Bridget Callum Cameron Carl Carol Caroline Catherine Charles Charlie Charlotte
    Chloe Chris Christina Christine Christopher Claire Clare Colin Connor Craig Daisy Daniel
    Danielle Darren Dave David Dawn Dean Debbie Deborah Debra Denise Dennis Derek Diana Diane
    Dominic Donald Donna Doreen Dorothy Duncan Dylan Edward Eileen Elaine Eleanor Elizabeth Ella
    Ellen Ellie Emily Emma Eric Ethan Eve Evie Fatima Fiona Florence Frances Francis Frank
    Frederick Freya Gareth Gary Gavin Gemma Geoff Geoffrey George Georgia Gerald Gillian Glen
    Gordon Graham Gregory Guy Hannah Harold Harriet Harry Hassan Hayley Hazel Heather Helen Henry
    Howard Hugh Ian Imran Irene Isaac Isabella Isla Ivan Jack Jackie Jacob Jacqueline Jade Jake
    James Jamie Jane Janet Janice Jasmine Jason Jean Jeff Jeffrey Jennifer Jenny Jeremy Jessica
    Jill Jim Joan Joanna Joanne Joe Joel John Jon Jonathan Jordan Joseph Josephine Josh Joshua
    Joyce Judith Julia Julian Julie Justin Karen Kate Katherine Kathleen Katie Keith Kelly Ken
    Kenneth Kerry Kevin Kim Kirsty Kyle Laura Lauren Lee Leo Leon Leslie Lewis Liam Lily Linda
    Lindsay Lisa Louise Lucy Luke Lynn Lynne Malcolm Marcus Margaret Maria Marie Marilyn Marion
    Mark Martin Mary Matthew Maureen Max Maxine Megan Melanie Mia Michael Michelle Mick Mike
    Miranda Mohammad Mohammed Molly Monica Muhammad Nadia Naomi Natalie Natasha Nathan Neil Niamh
    Nicholas Nick Nicola Nigel Noah Norman Oliver Olivia Omar Oscar Owen Pamela Patricia Patrick
    Paul Paula Pauline Peter Phil Philip Phillip Phoebe Poppy Priya Rachel Ralph Raymond Rebecca
    Reece Rhys Richard Rita Rob Robert Robin Robyn Roger Ronald Rory Rosemary Rosie Ross Roy Ruby
    Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sarah Scott Sean Sharon Sheila Shirley
    Simon Sophia Sophie Stacey Stanley Stella Stephanie Stephen Steve Steven Stuart Sue Susan
    Suzanne Sylvia Terence Teresa Terry Theo Thomas Tim Timothy Tina Toby Tom Tony Tracey Tracy
    Trevor Valerie Vanessa Vera Veronica Vicky Victoria Vincent Wayne Wendy William Yasmin Yusuf
    Yvonne Zachary Zoe
"""
GIVEN = frozenset(_NAMES.split())
