"""Does at its second what editors scheduled: publishes, and takes down what has expired.

`queue` finds what is due and locks it, `work` does one thing in one transaction, `failures` remembers what
went wrong and when it is tried again, `runner` goes on until it is told to stop. Any number may run at once.
"""
