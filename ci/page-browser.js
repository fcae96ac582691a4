// Headless Chromium for ci/page-check and ci/screenshots.
const {execFileSync, spawnSync} = require('child_process');
const fs = require('fs');
const path = require('path');

const root = path.dirname(__dirname);
const tools = path.join(root, 'build', 'page-tools');
const packages = ['puppeteer-core@24.43.1', 'axe-core@4.10.3'];
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function skip(why) {
  console.log(`${path.basename(process.argv[1])}: skipped: ${why}`);
  process.exit(77);
}

/// A browser; the whole program ends with status 77 where there is none.
async function launch() {
  const executablePath = browsers.find(fs.existsSync);
  if (!executablePath) skip('Chromium is not installed');
  fs.mkdirSync(tools, {recursive: true});
  const ready = packages.every(
      name => fs.existsSync(path.join(tools, 'node_modules', name.slice(0, name.lastIndexOf('@')))));
  const npm = ['install', '--no-audit', '--no-fund', '--silent', '--prefix', tools];
  if (!ready && spawnSync('npm', [...npm, ...packages]).status !== 0) {
    skip('npm cannot install puppeteer-core and axe-core (no network?)');
  }
  const puppeteer = require(path.join(tools, 'node_modules', 'puppeteer-core'));
  return puppeteer.launch({executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu']});
}

/// Writes the page of the demo.
function writeDemo(starlint, file) {
  execFileSync(starlint, ['report', '-o', file, 'fixtures/demo'], {cwd: root});
}

module.exports = {root, tools, launch, writeDemo};
