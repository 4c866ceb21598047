/**
 * Icons of the tab bar, in its order (home, orders, me), as paths on a 24 × 24 grid. Only M, L, C and Z, absolute: the generator draws
 * them as pictures, and a browser as SVG. Drawn with a line of {@link TAB_LINE}, round at its ends and corners.
 */
export const TAB_SHAPES = {
  home: 'M12 3.6L20.4 10.8L20.4 20.4L14.8 20.4L14.8 14.6L9.2 14.6L9.2 20.4L3.6 20.4L3.6 10.8Z',
  orders: 'M6.2 3.6L17.8 3.6L17.8 20.6L14.9 18.7L12 20.6L9.1 18.7L6.2 20.6Z M9.2 8.6L14.8 8.6 M9.2 12.4L14.8 12.4',
  me: 'M12 11.6C14.21 11.6 16 9.81 16 7.6C16 5.39 14.21 3.6 12 3.6C9.79 3.6 8 5.39 8 7.6C8 9.81 9.79 11.6 12 11.6Z M4.2 20.4C5 16.4 8 14.4 12 14.4C16 14.4 19 16.4 19.8 20.4Z',
} as const

export type TabName = keyof typeof TAB_SHAPES

export const TAB_LINE = 1.7
