"""One person of Loamshire for each kind of person who uses the desk."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Persona:
    label: str
    name: str
    email: str
    opens: str = "/desk/marshwick/"


PERSONAS = (
    Persona("Coordinator", "Ruth Adeyemi", "ruth.adeyemi@marshwick.example"),
    Persona("Lead (neighbourhood inspector)", "Dilip Rana", "dilip.rana@police.example"),
    Persona("Analyst", "Tomasz Wieczorek", "tomasz.wieczorek@marshwick.example"),
    Persona("County analyst", "Hannah Birtwistle", "hannah.birtwistle@loamshire.example", "/desk/"),
    Persona("Board member (chair)", "Margaret Osei", "margaret.osei@marshwick.example"),
    Persona("Reader (councillor)", "Gwen Pryce", "gwen.pryce@marshwick.example"),
    Persona("Host", "Sam Okafor", "sam.okafor@loamshire.example", "/desk/"),
)
