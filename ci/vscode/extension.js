// Runs inside VS Code for ci/vscode-check. Stands in for the client of the README, which only the
// marketplace has: the same client library, set up by the same settings. Then it does to the demo
// what a person would, by VS Code's own commands, and writes down what VS Code has to show.
const fs = require('fs');
const path = require('path');
const vscode = require('vscode');
const {LanguageClient} = require('vscode-languageclient/node');

const patience = 60000;  // milliseconds

async function until(what, condition) {
  const end = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/// With the address of its page where the program was built with one.
const ruleOf = one => one.code?.value ?? one.code;
const run = (command, ...given) => vscode.commands.executeCommand(command, ...given);
const found = (file, code) => vscode.languages.getDiagnostics(file).find(
    one => ruleOf(one) === code && one.severity !== vscode.DiagnosticSeverity.Hint);
const gone = (file, code) => until(`the end of ${code}`, () => !found(file, code));

/// Applies the first offered action of a kind that is wanted.
async function act(file, range, what, wanted) {
  const actions = await run('vscode.executeCodeActionProvider', file, range);
  const chosen = actions.find(wanted);
  if (!chosen) throw new Error(`${what} is not offered: ${actions.map(one => one.title)}`);
  if (!await vscode.workspace.applyEdit(chosen.edit)) throw new Error(`${what} cannot be applied`);
}

/// "file:line:rule" of everything that the Problems panel lists.
function problems() {
  return vscode.languages.getDiagnostics().flatMap(([file, all]) => all
      .filter(one => one.source === 'starlint' && one.severity !== vscode.DiagnosticSeverity.Hint)
      .map(one => `${path.basename(file.path)}:${one.range.start.line + 1}:${ruleOf(one)}`)).sort();
}

async function look(folder) {
  const file = name => vscode.Uri.joinPath(folder, name);
  const [clinic, leadership, settings] =
      ['lakeside-clinic.txt', 'harbor-leadership.md', 'starlint.toml'].map(file);
  const said = {};
  await until('findings in files that are not open', () => found(clinic, 'ENC020') && found(leadership, 'FACT003'));
  said.problems = problems();

  const size = found(leadership, 'FACT003');
  const other = size.relatedInformation[0].location;
  said.other = `${path.basename(other.uri.path)}:${other.range.start.line + 1}`;
  const document = await vscode.workspace.openTextDocument(leadership);
  await vscode.window.showTextDocument(document);
  const hovers = await run('vscode.executeHoverProvider', leadership, size.range.start);
  said.hover = hovers.flatMap(one => one.contents.map(text => text.value)).join('\n');
  const places = await run('vscode.executeReferenceProvider', leadership, size.range.start);
  said.places = places.map(one => path.basename(one.uri.path)).sort();
  const symbols = await run('vscode.executeDocumentSymbolProvider', leadership);
  said.symbols = symbols.filter(one => one.kind === vscode.SymbolKind.Event)
      .map(one => [one.name, ...one.children.map(part => part.name)]);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await run('vscode.executeInlayHintProvider', leadership, whole);
  said.hints = hints.map(one => one.label);

  // An older version beside a note, as source control shows it, is no note.
  vscode.workspace.registerTextDocumentContentProvider('older',
      {provideTextDocumentContent: () => document.getText().replace('team of 6', 'team of 60')});
  const older = await vscode.workspace.openTextDocument(leadership.with({scheme: 'older'}));
  await vscode.languages.setTextDocumentLanguage(older, 'markdown');

  // Typing ends the conflict; a comment accepts the placeholder.
  const typing = new vscode.WorkspaceEdit();
  typing.replace(leadership, size.range, '8');
  await vscode.workspace.applyEdit(typing);
  await gone(leadership, 'FACT003');
  await act(leadership, found(leadership, 'STAR012').range, 'an acceptance', one => one.title.startsWith('Accept'));
  await gone(leadership, 'STAR012');

  const letter = await vscode.workspace.openTextDocument(clinic);
  const damage = found(clinic, 'ENC020').range;
  const damaged = letter.getText(damage);
  await act(clinic, damage, 'a repair', one => one.isPreferred);
  await gone(clinic, 'ENC020');
  said.repaired = letter.lineAt(damage.start.line).text;
  // Damaged again, it is repaired when it is saved.
  const again = new vscode.WorkspaceEdit();
  again.insert(clinic, damage.start, damaged);
  await vscode.workspace.applyEdit(again);
  await until('the damage to be back', () => found(clinic, 'ENC020'));
  await vscode.window.showTextDocument(letter);
  await run('workbench.action.files.save');
  said.saved = letter.lineAt(damage.start.line).text;

  // Settings are read again when their file changes.
  await vscode.workspace.fs.writeFile(settings, Buffer.from('profle = "strict"\n'));
  await until('the mistake in the settings', () => vscode.languages.getDiagnostics(settings).length > 0);
  said.mistake = vscode.languages.getDiagnostics(settings)[0].message;
  await vscode.workspace.fs.delete(settings);
  await until('the mistake to go', () => vscode.languages.getDiagnostics(settings).length === 0);

  said.strangers = vscode.languages.getDiagnostics().filter(([file, all]) => all.length > 0 && file.scheme !== 'file')
      .map(([file]) => String(file));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('harbor-checkout.md')));
  await run('workbench.actions.view.problems');
  return said;
}

exports.activate = async () => {
  const folder = vscode.workspace.workspaceFolders[0].uri;
  const settings = vscode.workspace.getConfiguration('glspc.server');
  const server = {
    command: settings.get('command'), args: settings.get('commandArguments'), options: {cwd: folder.fsPath},
  };
  const client = new LanguageClient('glspc', 'starlint', server, {documentSelector: settings.get('languageId')});
  let said;
  try {
    await client.start();
    said = await look(folder);
  } catch (error) {
    said = {failure: String(error), problems: problems()};
  }
  fs.writeFileSync(path.join(__dirname, 'said.json'), JSON.stringify(said));
};
