import pytest
from tests.visibility.walk import LIMITS, Walk
@pytest.mark.django_db
def test_x(newsroom, client, settings):
    settings.GRAPHQL_LIMITS = LIMITS
    w = Walk(client, newsroom.words, newsroom.handles())
    a,_ = w._post({"query":"{articles(first:100){nodes{title body{__typename ... on DocumentBlock{title url bytes}}}}}"})
    for n in a["data"]["articles"]["nodes"]:
        print(n["title"], [b for b in n["body"] if b["__typename"]=="DocumentBlock"][:3])
    import time
    t=time.process_time(); w.root("articles"); print(time.process_time()-t, w.seen.requests); 
    t=time.process_time(); w.root("search"); print(time.process_time()-t, w.seen.requests); 
    print(w.seen.addresses and list(w.seen.addresses)[:10])
