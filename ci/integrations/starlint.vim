" :compiler-style set-up for Vim and Neovim: :make fills the quickfix list with starlint's findings.
let &l:makeprg = 'starlint check --format concise'
let &l:errorformat = '%f:%l:%c: %trror[%*[^]]]: %m,%f:%l:%c: %tarning[%*[^]]]: %m,%f:%l:%c: %tote[%*[^]]]: %m'
