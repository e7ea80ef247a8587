import {createInterface} from 'node:readline'
import {createLinter} from 'textlint'
import {TextlintKernelDescriptor} from '@textlint/kernel'
import text from '@textlint/textlint-plugin-text'
import writeGood from 'textlint-rule-write-good'
import alex from 'textlint-rule-alex'
const posts = []
for await (const line of createInterface({input: process.stdin})) posts.push(JSON.parse(line))
const plain = (held) => held.default ?? held
const descriptor = new TextlintKernelDescriptor({
  rules: [{ruleId: 'write-good', rule: plain(writeGood)}, {ruleId: 'alex', rule: plain(alex)}],
  plugins: [{pluginId: 'text', plugin: plain(text)}],
  filterRules: [],
})
const linter = createLinter({descriptor})
for (const post of posts.slice(0, 20)) await linter.lintText(post, 'post.txt')
const start = process.cpuUsage()
for (const post of posts) await linter.lintText(post, 'post.txt')
const used = process.cpuUsage(start)
console.log((used.user + used.system) / 1000 / posts.length)
