#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10.
#
# What one would expect: Format-Table -GroupBy NAME puts the name of what is grouped by before each group, whatever the type's view
# groups by, as it does for types whose view groups by nothing.
#
# What happens: where the view of the type has a GroupBy of its own with a label, the groups are those of -GroupBy, and so are their
# values, but the label is the view's. So callers stand behind "EventTime:". A view whose GroupBy has no label shows the name of what
# is grouped by, its own property's or that of -GroupBy; and a calculated property's Label is passed over in the same way.
#
# Seen (of two records, with a view that groups by the day and labels it EventTime, then with the same view without the label):
#   as the view groups: "EventTime: 2026-03-10"; without the label "Day: 2026-03-10"
#   -GroupBy Caller: "EventTime: mary_major", "EventTime: root"; without the label "Caller: mary_major", "Caller: root"
#   -GroupBy @{ Label = 'Who'; Expression = 'Caller' }: "EventTime: …" again; without the label "Who: …"
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

view() {
    cat <<XML
<Configuration><ViewDefinitions><View>
  <Name>Record</Name>
  <ViewSelectedBy><TypeName>Example.Record</TypeName></ViewSelectedBy>
  <GroupBy><PropertyName>Day</PropertyName>$1</GroupBy>
  <TableControl>
    <TableHeaders><TableColumnHeader/></TableHeaders>
    <TableRowEntries><TableRowEntry><TableColumnItems>
      <TableColumnItem><PropertyName>EventName</PropertyName></TableColumnItem>
    </TableColumnItems></TableRowEntry></TableRowEntries>
  </TableControl>
</View></ViewDefinitions></Configuration>
XML
}
view '<Label>EventTime</Label>' > "$work/labelled.format.ps1xml"
view '' > "$work/bare.format.ps1xml"

cat > "$work/probe.ps1" <<'POWERSHELL'
param($View)
Update-FormatData -PrependPath $View
$records = @(
    [pscustomobject] @{ PSTypeName = 'Example.Record'; Day = '2026-03-10'; Caller = 'mary_major'; EventName = 'StartIncident' }
    [pscustomobject] @{ PSTypeName = 'Example.Record'; Day = '2026-03-10'; Caller = 'root'; EventName = 'UpdateIncidentRecord' }
)
$heads = { ($input | Out-String -Stream | Where-Object { $_ -match ': ' }).Trim() -join ', ' }
"the view's: $($records | & $heads)"
"-GroupBy: $($records | Format-Table -GroupBy Caller | & $heads)"
"with a Label: $($records | Format-Table -GroupBy @{ Label = 'Who'; Expression = 'Caller' } | & $heads)"
POWERSHELL

cd "$work"
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }

seen=$(for view in labelled bare; do
    echo "$view"
    tool/pwsh -NoProfile -NonInteractive -File probe.ps1 "$view.format.ps1xml"
done)
printf '%s\n' "$seen"

[ "$seen" = "labelled
the view's: EventTime: 2026-03-10
-GroupBy: EventTime: mary_major, EventTime: root
with a Label: EventTime: mary_major, EventTime: root
bare
the view's: Day: 2026-03-10
-GroupBy: Caller: mary_major, Caller: root
with a Label: Who: mary_major, Who: root" ]
echo 'as described'
