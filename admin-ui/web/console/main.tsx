import './console.css'
import './lists.css'
import { show } from '../common/frame.tsx'
import { Console } from './console.tsx'
import { openSession } from './session.ts'
import { start } from './words.ts'

openSession()
await start()
show(<Console />)
