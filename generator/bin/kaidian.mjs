#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`kaidian 需要 Node.js 20.19 或更新（现在是 ${process.versions.node}）。`)
  console.error(`kaidian needs Node.js 20.19 or newer (this is ${process.versions.node}).`)
  process.exit(2)
}

const { register } = await import('tsx/esm/api')
register()
await import('../src/cli.ts')
