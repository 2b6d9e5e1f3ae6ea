"""Articles from addresses on the web: what sites allow, slowly, and nothing of a private network.

From the address to the page, each file knows one thing: `address` what an address means, `hosts`
where it may lead, `wire` one request, `body` its bytes, `robots` and `pace` what a site wants,
`visit` all of these in turn, `cache` what was fetched before, and `lists` many addresses.
"""

from kg.read.web.fetching import CONTACT, FRESH, Fetched, fetch
from kg.read.web.lists import addresses, is_list
from kg.read.web.outside import Limits, Outside

__all__ = ["CONTACT", "FRESH", "Fetched", "Limits", "Outside", "addresses", "fetch", "is_list"]
