"""“What readers see”, beside every page's form: whether, why not, from when, where, how, and what the API says.

`reasons` says in words what `cms.visibility` decides, `answers` asks the public API as an anonymous reader
would, `panel` draws both for one moment.
"""
