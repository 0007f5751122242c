"""Data that travels with the code: agendas, the example session, fonts, themes."""
