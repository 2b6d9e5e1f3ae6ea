"""What the tests do in the page and see of it."""

from .browser import Browser

KHANH = "person/nguyen-bat-khanh-1f"
VAN_LAM = "body/huyen-uy-van-lam"


def look_for(browser: Browser, query: str) -> None:
    browser.run("document.getElementById('search').focus()")
    browser.run("document.getElementById('search').value = ''")
    browser.type(query)
    browser.wait("document.querySelectorAll('#results li').length > 0")


def at(browser: Browser) -> str:
    return str(browser.run("decodeURIComponent(location.hash)"))


def drawn(browser: Browser) -> int:
    return int(browser.text("#count").split("/")[0])


def pixel(browser: Browser, colour: str) -> tuple[float, float]:
    """The middle of what the drawing shows in a colour, in the window."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    place = browser.run(
        f"""(() => {{
          const canvas = document.querySelector('#canvas canvas');
          const {{ width, height }} = canvas;
          const copy = new OffscreenCanvas(width, height);
          const pencil = copy.getContext('2d', {{ willReadFrequently: true }});
          pencil.drawImage(canvas, 0, 0);
          const dots = pencil.getImageData(0, 0, width, height).data;
          const [xs, ys] = [[], []];
          for (let i = 0; i < dots.length; i += 4) {{
            if (dots[i] === {red} && dots[i + 1] === {green} && dots[i + 2] === {blue}) {{
              xs.push((i / 4) % width);
              ys.push(Math.floor(i / 4 / width));
            }}
          }}
          const middle = (all) => all.sort((a, b) => a - b)[all.length >> 1];
          const box = canvas.getBoundingClientRect();
          return xs.length ? [box.x + middle(xs), box.y + middle(ys)] : null;
        }})()"""
    )
    assert place, f"nothing is drawn in {colour}"
    return float(place[0]), float(place[1])


def settle(browser: Browser) -> None:
    """Let the drawing reach the screen."""
    browser.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))")
