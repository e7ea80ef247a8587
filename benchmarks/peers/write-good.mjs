import {createInterface} from 'node:readline'
import writeGood from 'write-good'
const posts = []
for await (const line of createInterface({input: process.stdin})) posts.push(JSON.parse(line))
for (const post of posts.slice(0, 50)) writeGood(post)
const start = process.cpuUsage()
for (const post of posts) writeGood(post)
const used = process.cpuUsage(start)
console.log((used.user + used.system) / 1000 / posts.length)
