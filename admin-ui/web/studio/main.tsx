import { createHashRouter, Navigate, RouterProvider } from 'react-router-dom'
import { show } from '../common/frame.tsx'
import { EditorPage } from './editor/editor-page.tsx'
import { ShopsPage } from './shops/shops-page.tsx'
import './studio.css'
import { start } from './words.ts'

const router = createHashRouter([
  { path: '/', element: <ShopsPage /> },
  { path: '/shops/:key', element: <EditorPage /> },
  { path: '/shops/:key/:topic', element: <EditorPage /> },
  { path: '/shops/:key/:topic/:item', element: <EditorPage /> },
  { path: '*', element: <Navigate to="/" replace /> },
])

await start()
show(<RouterProvider router={router} />)
