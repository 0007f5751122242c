"""Name cards, eight to a page: a name and a table, and nothing else that is known of anybody."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import batched

from facilitator.publish.papers.paper import Asked, Mark, Page
from facilitator.publish.pdf.flow import Text
from facilitator.publish.pdf.press import NOTE, Press, typed
from facilitator.publish.pdf.sheet import THICK, THIN
from facilitator.publish.pdf.typed import clusters, one_line
from facilitator.room.naming import first_name
from facilitator.room.people import People, Person, fold_name
