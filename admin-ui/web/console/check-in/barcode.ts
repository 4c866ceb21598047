/** The part of the Barcode Detection API used here; browsers without it have no such global. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector

/** A detector of QR codes, or null where neither it nor a camera can be had (plain HTTP has no camera). */
export function qrDetector(): Detector | null {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  if (!BarcodeDetector || typeof navigator.mediaDevices?.getUserMedia !== 'function') return null
  try {
    return new BarcodeDetector({ formats: ['qr_code'] })
  } catch {
    return null
  }
}
