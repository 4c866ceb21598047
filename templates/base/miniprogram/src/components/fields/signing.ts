import Taro from '@tarojs/taro'
import type { LocalFile } from '@/api/uploads'

/** Something to draw a line on. */
export interface Pad {
  readonly down: (x: number, y: number) => void
  readonly move: (x: number, y: number) => void
  readonly clear: () => void
  /** A PNG of what was drawn. */
  readonly picture: () => Promise<LocalFile>
}

interface PadCanvas {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
}

const DENSITY = 2

const padOn = (canvas: PadCanvas, width: number, height: number, picture: () => Promise<LocalFile>): Pad | null => {
  canvas.width = width * DENSITY
  canvas.height = height * DENSITY
  const brush = canvas.getContext('2d')
  if (!brush) return null
  const clear = () => {
    brush.fillStyle = '#ffffff'
    brush.fillRect(0, 0, width, height)
  }
  brush.scale(DENSITY, DENSITY)
  brush.lineWidth = 3
  brush.lineCap = 'round'
  brush.lineJoin = 'round'
  brush.strokeStyle = '#1b1f1d'
  clear()
  let last: readonly [x: number, y: number] = [0, 0]
  const move = (x: number, y: number) => {
    brush.beginPath()
    brush.moveTo(last[0], last[1])
    brush.lineTo(x, y)
    brush.stroke()
    last = [x, y]
  }
  return {
    down: (x, y) => {
      last = [x, y]
      // A tap leaves a dot.
      move(x + 0.1, y)
    },
    move,
    clear,
    picture,
  }
}

export const padInBrowser = (canvas: HTMLCanvasElement): Pad | null =>
  padOn(
    canvas,
    canvas.clientWidth,
    canvas.clientHeight,
    () =>
      new Promise((resolve, reject) =>
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
      ),
  )

/** The canvas of a mini-program, once it is laid out; null where the platform has none. */
export const padOf = (id: string): Promise<Pad | null> =>
  new Promise((resolve) =>
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: readonly ({ node?: PadCanvas; width?: number; height?: number } | null)[]) => {
        const { node, width = 0, height = 0 } = found[0] ?? {}
        if (!node || width === 0) return resolve(null)
        const picture = async () =>
          (
            await Taro.canvasToTempFilePath({
              canvas: node as unknown as Taro.Canvas,
              fileType: 'png',
              destWidth: width,
              destHeight: height,
            })
          ).tempFilePath
        resolve(padOn(node, width, height, picture))
      }),
  )
