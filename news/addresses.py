"""How a front end is expected to address what is no page; docs/front-ends.md says so to those who build one."""

TAG_PATH = "/tags/{}/"
CONTRIBUTOR_PATH = "/contributors/{}/"
