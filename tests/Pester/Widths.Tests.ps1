BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'What a person sees in a window of <_> columns' -ForEach 60, 80, 120, 200 {
    BeforeAll {
        $script:width = $_
        $script:seen = Invoke-ChildPwsh "& tests/Pester/Show-Views.ps1 -Width $_" @{ TZ = 'UTC'; NO_COLOR = '1' }
        $script:kept = @(Get-Content "tests/Pester/Widths/$_.txt")
    }

    It 'is what was looked at and kept' {
        # The time zone of a child is not to be set on Windows.
        if ($IsWindows) { Set-ItResult -Skipped -Because 'the texts hold the offset of UTC, and Windows takes no TZ' }
        ($seen -join "`n").Trim() | Should -BeExactly ($kept -join "`n").Trim()
    }

    It 'fits the window, and no heading is broken' {
        $seen | Where-Object Length -GE $width | Should -BeNullOrEmpty
        $rules = @(0..($seen.Count - 1) | Where-Object { $seen[$_] -match '^-{4,} +-{4,}' })
        $rules.Count | Should -BeGreaterThan 7
        foreach ($rule in $rules) { $seen[$rule - 2] | Should -BeNullOrEmpty -Because 'a heading is one line' }
    }
}

Describe 'An incident as a list' {
    It 'fits a screen of 40 lines at 120 columns' {
        $list = (Get-IncidentTrailIncident sample: -ResponsePlan checkout -LookBack 7d | Format-List | Out-String -Width 120).Trim() -split '\r?\n'
        $list.Count | Should -BeIn (20..40)
    }
}

Describe 'Texts of ours' {
    It 'wrap between words where PowerShell would cut them inside: <Name>' -ForEach @(
        @{ Name = 'a timeline'; Show = 'Get-IncidentTrailTimeline sample: -ResponsePlan checkout' }
        @{ Name = 'notes'; Show = '(Get-IncidentTrailIncident sample: -ResponsePlan checkout).Notes | Format-Table Time, Text' }
        @{ Name = 'remarks'; Show = '(Get-IncidentTrailIncident sample: -ResponsePlan checkout) | Format-List | Out-String | ForEach-Object { ($_ -split "Remarks")[1] }' }
    ) {
        # PowerShell 7.6.9 wraps at words in cultures of six languages, English among them, and in all others cuts where the column
        # ends (issue 19231 of PowerShell/PowerShell).
        $words = { ((Invoke-ChildPwsh "Import-Module ./out/IncidentTrail; [cultureinfo]::CurrentCulture = $($args[0]); $Show" @{ TZ = 'UTC'; NO_COLOR = '1' }) -join ' ') -split '\s+' }
        $english = & $words "'en-US'"
        $english.Count | Should -BeGreaterThan 30
        & $words '[cultureinfo]::InvariantCulture' | Should -BeExactly $english
        & $words "'ja-JP'" | Should -BeExactly $english
    }
}

Describe 'Format data' {
    BeforeDiscovery {
        $script:files = (Get-ChildItem "$PSScriptRoot/../../src/IncidentTrail/*.ps1xml").FullName
    }

    It 'calls no method, which a constrained language forbids: <_>' -ForEach $files {
        foreach ($block in ([xml] (Get-Content $_ -Raw)).SelectNodes('//ScriptBlock')) {
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($block.InnerText, [ref] $null, [ref] $null)
            $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.InvokeMemberExpressionAst] -or
                    $args[0] -is [System.Management.Automation.Language.TypeExpressionAst] -or
                    $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | Should -BeNullOrEmpty -Because $block.InnerText
        }
    }

    It 'shows every object of the sample the same in ConstrainedLanguage, blank nowhere' {
        $script = @'
            Import-Module ./out/IncidentTrail
            $error.Clear()
            $found = @{}
            function Add-Object($Value) {
                if ($null -eq $Value -or $found.Count -gt 200) { return }
                foreach ($one in @($Value)) {
                    $type = $one.GetType()
                    if ($type.Namespace -ne 'IncidentTrail' -or $type.IsEnum) { continue }
                    $first = -not $found.ContainsKey($type.Name)
                    if ($first) { $found[$type.Name] = [System.Collections.Generic.List[object]]::new() }
                    if ($found[$type.Name].Count -lt 12) { $found[$type.Name].Add($one) } else { continue }
                    if ($type.Name -eq 'TrailObject') { continue }
                    foreach ($property in $type.GetProperties()) {
                        if ($property.GetIndexParameters().Count -eq 0) { Add-Object ($property.GetValue($one)) }
                    }
                }
            }
            Add-Object (Get-IncidentTrailEvent sample: -CoverageVariable read -Failed)
            Add-Object (Get-IncidentTrailEvent sample: -EventName AcceptPage, UpdateResponsePlan)
            Add-Object $read
            Add-Object (Get-IncidentTrailEvent ./no-such-folder -CoverageVariable missing -ErrorAction SilentlyContinue)
            Add-Object $missing
            Add-Object (Get-IncidentTrailIncident sample: -LookBack 7d)
            Add-Object (Get-IncidentTrailIncident tests/data/incidents/notes-audited.json)
            Add-Object (Get-IncidentTrailCaller sample:)
            Add-Object (Get-IncidentTrailLog sample: | Select-Object -First 3)
            Add-Object (Get-IncidentTrailAction)
            $filled = @($found.Keys)
            foreach ($name in (Get-FormatData -TypeName IncidentTrail.*).TypeNames) {
                $short = $name -replace '^.*\.'
                if (-not $found.ContainsKey($short) -and $name -as [type]) { $found[$short] = [System.Collections.Generic.List[object]] [System.Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject([type] $name) }
            }
            $copies = foreach ($name in $found.Keys) { ,[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($found[$name].ToArray(), 3)) }
            $error.Clear()
            function Show-All {
                foreach ($name in $found.Keys | Sort-Object) {
                    foreach ($view in 'Format-Table', 'Format-List', 'Format-Wide') {
                        $text = $found[$name] | & $view | Out-String -Width 160
                        [pscustomobject]@{ Name = "$name $view"; Text = $text; Words = ($text -split '\s+').Count }
                    }
                }
                foreach ($copy in $copies) { [pscustomobject]@{ Name = 'a copy'; Text = ($copy | Out-String -Width 160); Words = 9 } }
            }
            $full = @(Show-All)
            "types $($found.Count)"
            "errors $($error.Count) $($error | Select-Object -First 1)"
            "blank $(($full | Where-Object { ($_.Name -split ' ')[0] -in $filled -and $_.Words -lt 3 }).Name)"
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            $constrained = @(Show-All)
            $differing = for ($i = 0; $i -lt $full.Count; $i++) { if ($full[$i].Text -cne $constrained[$i].Text) { $full[$i].Name } }
            "differing $differing"
            "errors $($error.Count) $($error | Select-Object -First 1)"
            "views $($constrained.Count)"
'@
        $told = Invoke-ChildPwsh $script @{ NO_COLOR = '1' }
        $told | Should -HaveCount 6
        $told[0] -replace '\D' -as [int] | Should -BeGreaterThan 20
        $told[1] | Should -BeExactly 'errors 0 '
        $told[2] | Should -BeExactly 'blank '
        $told[3] | Should -BeExactly 'differing '
        $told[4] | Should -BeExactly 'errors 0 '
        $told[5] -replace '\D' -as [int] | Should -BeGreaterThan 80
    }
}

Describe 'The hidden properties that views show' {
    It 'are in no export and no copy' {
        $event = Get-IncidentTrailEvent sample: -MaxEvents 1
        $names = [IncidentTrail.TrailEvent].GetProperties().Name | Sort-Object
        ($event | Select-Object *).PSObject.Properties.Name | Sort-Object | Should -Be $names
        ($event | Get-Member -MemberType Properties).Name | Sort-Object | Should -Be $names
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($event))
        ($copy | Get-Member -MemberType Properties).Name | Sort-Object | Should -Be $names
    }
}

Describe 'Codes in views' {
    It 'are masked, and stay in the properties' {
        $record = '{"eventVersion":"1.08","eventTime":"2026-03-10T14:00:00Z","eventSource":"ssm-contacts.amazonaws.com","eventName":"AcceptPage","requestParameters":{"pageId":"arn:p","acceptCode":"731904","note":"the acceptCode is 731904"},"responseElements":{"activationCode":"220011"}}'
        $event = $record | Get-IncidentTrailEvent
        $event.RequestParameters.acceptCode | Should -Be '731904'
        $shown = $event | Format-List | Out-String -Width 200
        $shown | Should -Match '"acceptCode":"\(masked\)"'
        foreach ($view in 'Format-Table', 'Format-List', 'Format-Wide', 'Format-Custom') {
            foreach ($one in $event, $event.RequestParameters, $event.ResponseElements) {
                $one | & $view | Out-String -Width 400 | Should -Not -Match '731904|220011'
            }
        }
        $event.RequestParameters | Out-String | Should -Not -Match '731904'
        $event.ResponseElements | Out-String | Should -Match 'masked'
    }
}
