import { View } from '@tarojs/components'
import { svgAddress } from '@/illustrations/address'

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  search: 'M10.500 4a6.500 6.500 0 100 13 6.500 6.500 0 000-13zM15.300 15.300L20 20',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  plus: 'M12 6v12M6 12h12',
  minus: 'M6 12h12',
  clock: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2',
  pin: 'M12 21c4.5-4.7 6.8-8.2 6.8-11A6.8 6.8 0 005.200 10c0 2.800 2.300 6.300 6.800 11zM12 12.500a2.500 2.500 0 100-5 2.500 2.500 0 000 5z',
  phone:
    'M6.500 4h2.600l1.600 4-2 1.600a11 11 0 005.700 5.700l1.600-2 4 1.600v2.600A2.500 2.500 0 0117.500 20 13.500 13.500 0 014 6.500 2.500 2.500 0 016.500 4z',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.500 2h-15zM10 21h4',
  calendar: 'M5 6.500h14v13H5zM5 10.500h14M9 4v4M15 4v4',
  people: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4.500 20c.6-3.800 3.600-6 7.500-6s6.900 2.200 7.500 6',
  globe:
    'M12 3.500a8.500 8.500 0 100 17 8.500 8.500 0 000-17zM3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17',
  shield: 'M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6zM9 12l2.200 2.200L15.200 10',
  document: 'M7 3.500h7l4 4v13H7zM14 3.500v4h4M10 12h5M10 16h5',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 19.500h14',
  trash: 'M5 7h14M9.500 7V4.500h5V7M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.700-5-2.700-5 2.700 1-5.700-4-4 5.500-.8z',
  ticket: 'M4 6.500h16v3.500a2 2 0 000 4v3.500H4V14a2 2 0 000-4zM14.500 6.500v2.500M14.500 11v2M14.500 15v2.500',
  leave: 'M14 5H6v14h8M10.500 12H20M16.500 8.500L20 12l-3.500 3.500',
} as const

export type IconName = keyof typeof PATHS

interface IconProps {
  readonly name: IconName
  /** Any CSS colour; a role as `var(--danger)`. The soft ink when left out. */
  readonly colour?: string
  readonly size?: number
  readonly fill?: boolean
}

const shapeOf = (name: IconName, fill: boolean): string =>
  `url("${svgAddress(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${fill ? '#000' : 'none'}" stroke="#000" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="${PATHS[name]}"/></svg>`)}")`

/** A line icon on a 24 × 24 grid, cut out of its colour. It is decoration: what it stands beside says the same. */
export const Icon = ({ name, colour, size = 20, fill = false }: IconProps) => {
  const style: Record<string, string> = { width: `${size}px`, height: `${size}px`, '--shape': shapeOf(name, fill) }
  if (colour !== undefined) style['backgroundColor'] = colour
  return <View className="icon" style={style} />
}
