import {createInterface} from 'node:readline'
import {text as alex} from 'alex'
const posts = []
for await (const line of createInterface({input: process.stdin})) posts.push(JSON.parse(line))
for (const post of posts.slice(0, 50)) alex(post)
const start = process.cpuUsage()
for (const post of posts) alex(post)
const used = process.cpuUsage(start)
console.log((used.user + used.system) / 1000 / posts.length)
