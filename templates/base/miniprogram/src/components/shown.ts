import { createContext, useContext } from 'react'

/** Whether the page is the one on the screen. Pages underneath stay in a browser's document, hidden. */
export const PageShown = createContext(true)

/** An `id` for this component while its page is shown, so that one document never holds it twice. */
export const useShownId = (id: string | undefined): { id?: string } => (useContext(PageShown) && id ? { id } : {})
