"""A municipality's brand colour as a Designsystemet colour scale, in CSS.

Follows the public recipe of Designsystemet's own theme builder: every step of the
scale is the brand colour mixed with white or black until it has the step's relative
luminance (WCAG 2.2), so that the contrasts hold whichever colour is chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Rgb = tuple[float, float, float]
WHITE: Rgb = (255.0, 255.0, 255.0)
BLACK: Rgb = (0.0, 0.0, 0.0)
STEPS = {
    "background-default": 1.0,
    "background-tinted": 0.9,
    "surface-default": 1.0,
    "surface-tinted": 0.81,
    "surface-hover": 0.7,
    "surface-active": 0.59,
    "border-subtle": 0.5,
    "border-default": 0.19,
    "border-strong": 0.11,
    "text-subtle": 0.11,
    "text-default": 0.0245,
}


def css(colours: Mapping[str, str]) -> str:
    """The rules that make colours available as data-color="…": css({"accent": "#0b5d6e"})."""
    return "@layer ds.theme{" + "".join(_rules(name, scale(c)) for name, c in colours.items()) + "}"


def _rules(name: str, steps: Mapping[str, str]) -> str:
    values = ";".join(f"--ds-color-{name}-{step}:{value}" for step, value in steps.items())
    aliases = ";".join(f"--ds-color-{step}:var(--ds-color-{name}-{step})" for step in steps)
    return f":root{{{values}}}[data-color={name}]{{{aliases}}}"


def scale(colour: str) -> dict[str, str]:
    """The steps of a colour «#rrggbb», by the name of the step."""
    rgb = _from_hex(colour)
    lightness = _lightness_of(luminance(rgb))
    change = 8 if lightness <= 30 or 49 <= lightness <= 65 else -8
    towards = 1 if contrast(rgb, WHITE) >= contrast(rgb, BLACK) else -1
    distance = 60 if lightness <= 40 or lightness >= 60 else 50

    def at(target: float) -> str:
        return _to_hex(_with_luminance(rgb, _luminance_of(target)))

    return {step: _to_hex(_with_luminance(rgb, target)) for step, target in STEPS.items()} | {
        "base-default": colour,
        "base-hover": at(lightness + change),
        "base-active": at(lightness + 2 * change),
        "base-contrast-subtle": at(lightness + towards * distance),
        "base-contrast-default": "#ffffff" if towards == 1 else "#000000",
    }


def luminance(rgb: Rgb) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _with_luminance(rgb: Rgb, target: float) -> Rgb:
    low, high = (rgb, WHITE) if luminance(rgb) < target else (BLACK, rgb)
    middle = rgb
    # Twenty halvings come closer than a step of a colour channel.
    for _ in range(20):
        middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2)
        low, high = (middle, high) if luminance(middle) < target else (low, middle)
    return middle


def _lightness_of(value: float) -> float:
    # CIE L*.
    return 116 * value ** (1 / 3) - 16 if value > 0.008856 else value * 903.3


def _luminance_of(lightness: float) -> float:
    lightness = min(max(lightness, 0), 100)
    return float(((lightness + 16) / 116) ** 3) if lightness > 8 else lightness / 903.3


def _from_hex(colour: str) -> Rgb:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def _to_hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in rgb)
