/** Relative luminance of `#rrggbb` as WCAG 2 defines it. */
function luminance(colour: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** Contrast of a colour (`#rrggbb`) with white: 1 to 21. Text needs 4.5. */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05)
