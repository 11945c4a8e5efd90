// The parts of the collect script that are the same for every request, for bash 3.2 (macOS) and newer, without any other program than the
// AWS CLI. INVARIANT: no single quote, no tab and no exclamation mark stands in it, so that it survives being pasted in single quotes into
// any shell's prompt. Nothing is written: no file, and no here-document, for which a shell makes one.

/** The format of what the script prints; `lib/evidence/collected/` reads it. */
const COLLECT_FORMAT = 'collect/1';

/**
 * The functions of the script.
 * - \`ask\` keeps both what the CLI prints and what it says on its error stream, told apart by a character that its JSON never holds.
 * - Of an error the first paragraph is kept: what follows it may repeat parts of the signed request.
 * - \`own\` keeps a name from being looked up in another account than the one it belongs to.
 */
export const FUNCTIONS = `set -f
export AWS_PAGER="" AWS_CLI_AUTO_PROMPT=off
nl="
"
IFS="$nl"
mark="$nl$(printf "\\036")"
bang=$(printf "\\041")
calls="" number=0 answer="" account="" seen="" found=""

json() { # TEXT: as JSON, without characters that a terminal acts on
  local text="\${1:0:2000}" out="" char at
  LC_ALL=C
  for ((at = 0; at < \${#text}; at++)); do
    char=\${text:at:1}
    case $char in
      "\\"" | "\\\\") out="$out\\\\$char" ;;
      "$nl") out="$out\\\\n" ;;
      [[:cntrl:]]) out="$out " ;;
      *) out="$out$char" ;;
    esac
  done
  printf "%s" "\\"$out\\""
}

keep() { # FOR MEMBERS: one more entry of the output
  number=$((number + 1))
  calls="$calls,$nl{\\"n\\":$number,\\"for\\":\\"$1\\",$2}"
}

said() { # TEXT: its first paragraph
  local text="$1"
  while [ "\${text:0:1}" = "$nl" ]; do text=\${text:1}; done
  text=\${text%%"$nl$nl"*}
  printf "%s" "$text"
}

ask() { # FOR SERVICE OPERATION OPTION...: one call; its answer, or why there is none
  local what="$1" text words="" word code error
  shift
  printf "%s\\n" "  $1 $2" >&2
  for word in "$@"; do words="$words,$(json "$word")"; done
  text=$({
    answer=$(aws "$@" --output json --no-cli-pager --color off --cli-connect-timeout 10 </dev/null 2>&3)
    code=$?
    printf "%s" "$mark$code $answer"
  } 3>&1)
  error=\${text%%"$mark"*}
  text=\${text#*"$mark"}
  code=\${text%% *}
  answer=\${text#* }
  if [ "$code" = 0 ]; then
    case $answer in
      "") answer=null ;;
      "{"*"}") ;;
      *) code=1 error="The AWS CLI printed something else than JSON." ;;
    esac
  fi
  if [ "$code" = 0 ]; then
    keep "$what" "\\"aws\\":[\${words:1}],\\"answer\\":$answer"
  else
    answer=""
    error=$(said "$error")
    keep "$what" "\\"aws\\":[\${words:1}],\\"error\\":$(json "\${error:-The AWS CLI ended with code $code.}")"
  fi
}

values() { # NAME: that member of the answer, wherever it stands, one a line
  local line pattern="^ *\\"$1\\": \\"([^\\"\\\\]+)\\",?\\$"
  for line in $answer; do
    if [[ $line =~ $pattern ]]; then printf "%s\\n" "\${BASH_REMATCH[1]}"; fi
  done
}

items() { # the texts of the answer that stand in a list, one a line
  local line pattern="^ *\\"([^\\"\\\\]+)\\",?\\$"
  for line in $answer; do
    if [[ $line =~ $pattern ]]; then printf "%s\\n" "\${BASH_REMATCH[1]}"; fi
  done
}

own() { # FOR ACCOUNT: whether the credentials belong to the account that is asked
  if [ "$account" = "$2" ]; then return 0; fi
  keep "$1" "\\"skipped\\":$(json "These credentials belong to \${account:-an account that is not known}, and account $2 has to be asked.")"
  return 1
}

managed() { # FOR ARN: a managed policy in the version in force
  local version
  case "$nl$seen$nl" in *"$nl$2$nl"*) return ;; esac
  seen="$seen$nl$2"
  ask "$1" iam get-policy "--policy-arn=$2"
  version=$(values DefaultVersionId)
  if [ -n "$version" ]; then ask "$1" iam get-policy-version "--policy-arn=$2" "--version-id=$version"; fi
}

attached() { # KIND NAME: the policies of a user, a role or a group
  local policy
  ask identity iam "list-attached-$1-policies" "--$1-name=$2"
  for policy in $(values PolicyArn); do managed identity "$policy"; done
  ask identity iam "list-$1-policies" "--$1-name=$2"
  for policy in $(items); do ask identity iam "get-$1-policy" "--$1-name=$2" "--policy-name=$policy"; done
}

principal() { # KIND NAME ACCOUNT: the policies and the boundary of a user or a role
  local boundary group
  own "boundary identity" "$3" || return
  ask boundary iam "get-$1" "--$1-name=$2"
  for boundary in $(values PermissionsBoundaryArn); do managed boundary "$boundary"; done
  attached "$1" "$2"
  if [ "$1" = user ]; then
    ask identity iam list-groups-for-user "--user-name=$2"
    for group in $(values GroupName); do attached group "$group"; done
  fi
}

levels() { # ACCOUNT FOR FILTER...: SCPs or RCPs of an account and of everything above it
  local target="$1" what="$2" depth=0 filter type policy
  shift 2
  while [ -n "$target" ] && [ "$depth" -lt 10 ]; do
    depth=$((depth + 1))
    for filter in "$@"; do
      type=$(type_of "$filter")
      ask "$type" organizations list-policies-for-target "--target-id=$target" "--filter=$filter"
      for policy in $(values Id); do
        found="$found $type "
        case "$nl$seen$nl" in *"$nl$policy$nl"*) continue ;; esac
        seen="$seen$nl$policy"
        ask "$type" organizations describe-policy "--policy-id=$policy"
      done
    done
    case $target in r-*) break ;; esac
    ask "$what" organizations list-parents "--child-id=$target"
    target=$(values Id)
  done
  case $target in r-*) ;; *) return ;; esac
  for filter in "$@"; do # none anywhere up to the root: is the type in use at all?
    type=$(type_of "$filter")
    case $found in *" $type "*) ;; *) ask "$type" organizations list-roots ;; esac
  done
}

type_of() { # FILTER: what the output calls it
  if [ "$1" = SERVICE_CONTROL_POLICY ]; then printf scp; else printf rcp; fi
}

finish() { # WHOLE
  printf "%s\\n" "{\\"whydenied\\":\\"${COLLECT_FORMAT}\\",\\"parts\\":\\"$parts\\",\\"request\\":$request,\\"calls\\":[\${calls:1}$nl],\\"end\\":$1}"
}
trap "finish false; exit 1" INT TERM HUP
`;
