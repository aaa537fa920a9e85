BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
}

Describe 'Events at the prompt' {
    It 'are a table of time with offset, action, caller, address and error' {
        $table = Get-IncidentTrailEvent $trail -EventName StartIncident -Failed | Format-Plain
        $table[1] | Should -Match '^ +Times: 2026, month-day, UTC[+-]\d\d:\d\d'
        $table[3] | Should -Match '^EventTime +EventName +Caller +SourceIP +ErrorCode'
        $table[5] | Should -Match '^03-1\d \d\d:\d\d:\d\d StartIncident +john_stiles +203\.0\.113\.77 +AccessDenied'
    }

    It 'stand under the name of what -GroupBy groups them by' {
        # PowerShell 7.6.9 keeps the label of a view's own groups before the values of others.
        $heads = (Get-IncidentTrailEvent $trail | Sort-Object CallerName | Format-Table -GroupBy CallerName | Format-Plain) -match '^ +\w+: '
        $heads | Should -Contain '   CallerName: mary_major'
        $heads | Should -Not -Match '^ +(Times|EventTime):'
        (Get-IncidentTrailIncident $trail | Format-Table -GroupBy Status | Format-Plain) -match '^ +\w+: ' | Should -Match '^ +Status: (RESOLVED|OPEN)'
    }

    It 'are whole where the terminal is wide' {
        $table = (Get-IncidentTrailEvent $trail | Out-String -Width 200) -replace '\e\[[\d;]*m'
        $table | Should -Match ' 2001:db8:5::1f '
        $table | Should -Match ' cloudformation\.amazonaws\.com '
    }

    It 'show what was acted on in a view of its own, at 80 columns too' {
        $table = Get-IncidentTrailEvent $trail -EventName UpdateResponsePlan, ListIncidentRecords | Format-Table -View Resource | Format-Plain
        $table[3] | Should -Match '^EventTime +EventName +Resource +Caller +ErrorCode'
        $table -match ' UpdateResponsePlan +checkout \(response-plan\) ' | Should -Not -BeNullOrEmpty
        $table -match ' ListIncidentRecords +nikki_wolf' | Should -Not -BeNullOrEmpty
        $narrow = (Get-IncidentTrailEvent $trail -EventName DeleteContactChannel | Format-Table -View Resource | Out-String -Width 80) -replace '\e\[[\d;]*m' -split '\r?\n'
        $narrow[3] | Should -Match '^EventTime +EventName +Resource +Caller +ErrorCode'
        $narrow[5] | Should -Match ' nikki_wolf/[0-9a-f]+'
        (Get-IncidentTrailEvent $trail -EventName UpdateResponsePlan)[0].Resource | Should -Match '^response-plan/'
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-IncidentTrailEvent $trail -EventName UpdateResponsePlan)[0]))
        $copy.Resource | Should -Match '^response-plan/'
    }

    It 'are a list with what was asked and where the record lies' {
        $list = (Get-IncidentTrailEvent $trail -EventName StartIncident -Failed | Format-List | Format-Plain) -join "`n"
        $list | Should -Match 'Caller +: john_stiles \(IamUser'
        $list | Should -Match 'AccessKeyId +: AKIAEXAMPLE'
        $list | Should -Match 'RequestParameters +: \{"'
        $list | Should -Match 'ErrorCode +: AccessDenied'
        $list | Should -Match 'Log +: '
    }

    It 'show what says that a sign-in failed, and whose account it is where the record does not say' {
        $failed = '{"eventVersion":"1.08","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","userIdentity":{"type":"IAMUser","accountId":"111122223333"},"responseElements":{"ConsoleLogin":"Failure"}}'
        ($failed | Get-IncidentTrailEvent -AllServices | Format-Table | Format-Plain)[5] | Should -Match 'ConsoleLogin .* responseElements'
        $list = ($failed | Get-IncidentTrailEvent -AllServices -Failed | Format-List | Format-Plain) -join "`n"
        $list | Should -Match 'FailedBy +: responseElements\.ConsoleLogin'
        $list | Should -Not -Match 'ErrorCode|ErrorMessage'
        $list | Should -Match 'AccountId +: 111122223333 \(Caller\)'
    }

    It 'can be shown wide' {
        $wide = Get-IncidentTrailEvent $trail -EventName AcceptPage | Format-Wide -Column 1 | Format-Plain
        $wide -match '^2026-03-10 .* AcceptPage' | Should -HaveCount 2
    }

    It 'stand out where they failed or root made them, and only where there is colour' {
        $styled = {
            param($Rendering)
            $PSStyle.OutputRendering = $Rendering
            Get-IncidentTrailEvent $trail -Failed | Out-String
            Get-IncidentTrailEvent $trail -EventName StartIncident | Where-Object { $_.Caller.IsRoot } | Out-String
        }
        $before = $PSStyle.OutputRendering
        try {
            & $styled 'Ansi' | ForEach-Object { ($_ -split '\r?\n')[3] | Should -Match '\e\[' }
            & $styled 'PlainText' | Should -Not -Match '\e\['
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }

    It 'hold no escape codes in a file, or where NO_COLOR is set' {
        Get-IncidentTrailEvent $trail -Failed | Out-File -FilePath "$TestDrive/events.txt"
        Get-Content -Path "$TestDrive/events.txt" -Raw | Should -Not -Match '\e\['
        Invoke-ChildPwsh 'Import-Module ./out/IncidentTrail; Get-IncidentTrailEvent tests/data/trail -Failed' @{ NO_COLOR = '1' } |
            Should -Not -Match '\e\['
    }
}

Describe 'What is shown' {
    It 'is the same text under the C locale and in another culture' {
        $show = @'
            Import-Module ./out/IncidentTrail
            Get-IncidentTrailEvent sample: | Format-Table | Out-String -Width 160
            Get-IncidentTrailIncident sample: | Format-List | Out-String -Width 4000
            Get-IncidentTrailTimeline sample: | Out-String -Width 4000
'@
        $plain = @{ NO_COLOR = '1'; TZ = 'UTC'; LC_ALL = 'C.UTF-8' }
        $shown = Invoke-ChildPwsh $show $plain
        $shown.Count | Should -BeGreaterThan 100
        Invoke-ChildPwsh $show @{ NO_COLOR = '1'; TZ = 'UTC'; LC_ALL = 'C' } | Should -BeExactly $shown
        # Of the cultures in which texts wrap themselves; in German PowerShell wraps, so wide not at all.
        Invoke-ChildPwsh "[cultureinfo]::CurrentCulture = 'nl-NL'; $show" $plain | Should -BeExactly $shown
        $german = Invoke-ChildPwsh "[cultureinfo]::CurrentCulture = 'de-DE'; $show" $plain
        $german.Count | Should -BeLessThan $shown.Count
        ($german -join ' ') -split '\s+' | Should -BeExactly (($shown -join ' ') -split '\s+')
    }

    It 'has right dates and letters in <_>, and so have texts, exports and reports' -ForEach 'th-TH', 'fa-IR', 'ar-SA', 'tr-TR' {
        $show = @'
            Import-Module ./out/IncidentTrail
            $incidents = Get-IncidentTrailIncident sample: -LookBack 7d
            Get-IncidentTrailEvent sample: -StartTime 2026-03-10T14:00Z -EventName startincident | ForEach-Object { "$_" }
            $incidents | ForEach-Object { "$_ $($_.TimeToAcknowledge) $($_.Remarks) $($_.ChangesBefore) $($_.Timeline) $($_.Coverage)" }
            $incidents | ConvertTo-Csv
            $incidents, $incidents.Timeline | ForEach-Object { $_ | Format-Table | Out-String -Width 4000; $_ | Format-List | Out-String -Width 4000 }
            $incidents | Export-IncidentTrailReport "Temp:/culture-$PID.md"
            Get-Content "Temp:/culture-$PID.md"
            Remove-Item "Temp:/culture-$PID.md"
'@
        $environment = @{ NO_COLOR = '1'; TZ = 'UTC'; LC_ALL = 'C.UTF-8' }
        $shown = Invoke-ChildPwsh $show $environment
        $shown.Count | Should -BeGreaterThan 100
        Invoke-ChildPwsh "[cultureinfo]::CurrentCulture = '$_'; $show" $environment | Should -BeExactly $shown
    }
}

Describe 'Other objects at the prompt' {
    It 'show logs with their delivery, account and Region' {
        $table = Get-IncidentTrailLog $trail | Select-Object -First 1 | Format-Plain
        $table[1] | Should -Match '^ +Times: 2026, month-day, UTC[+-]\d\d:\d\d'
        $table[3] | Should -Match '^DeliveryTime .*AccountId +Region .*Location'
        $table[5] | Should -Match '^03-\d\d \d\d:\d\d +111122223333 +eu-west-1'
    }

    It 'show actions with their access and category' {
        $table = Get-IncidentTrailAction StartIncident, DeleteContactChannel -Access Write | Format-Table | Format-Plain
        $table -match '^StartIncident +Write +ssm-incidents +Lifecycle' | Should -HaveCount 1
        $table -match '^DeleteContactChannel +Write +ssm-contacts +OnCall' | Should -HaveCount 1
    }
}

Describe 'Incidents at the prompt' {
    It 'count one read as one' {
        $shown = Get-IncidentTrailIncident sample: -ResponsePlan *game-day* | Format-List | Format-Plain
        $shown -match '^Events ' | Should -BeLike '*: 3: 2 changes, 1 read, 0 failed, 0 retries'
    }
}

Describe 'Callers at the prompt' {
    It 'show who, of which kind, with which keys, how much and when last, in 80 columns' {
        $table = (Get-IncidentTrailCaller $trail | Out-String -Width 80) -split '\r?\n' -replace '\e\[[\d;]*m'
        $table[3] | Should -Match '^LastSeen +Kind +Keys +EventCount +ChangeCount +Name'
        $table -match '^03-1\d \d\d:\d\d:\d\d IamUser +temporary +4 +3 mary_major' | Should -HaveCount 1
        $table -match 'IamUser +long-term +1 +1 richard_roe' | Should -HaveCount 1
        $table -match 'AssumedRole +temporary +8 +8 martha_rivera ' | Should -HaveCount 1
    }
}

Describe 'Every object' {
    BeforeDiscovery {
        . "$PSScriptRoot/Staged.ps1"
        $found = [System.Collections.Generic.HashSet[type]]::new()
        function Find-Shown([type] $Type) {
            $inner = $Type.IsArray ? $Type.GetElementType() : $Type.GenericTypeArguments
            foreach ($one in @($Type) + $inner) {
                if ($one.Namespace -ne 'IncidentTrail' -or -not $one.IsClass -or $one.IsAbstract -or $one.IsGenericType -or -not $found.Add($one)) { continue }
                foreach ($property in $one.GetProperties()) { Find-Shown $property.PropertyType }
            }
        }
        foreach ($output in (Get-Command -Module IncidentTrail).OutputType.Type) { if ($output) { Find-Shown $output } }
        $script:types = $found.FullName | Sort-Object | ForEach-Object { @{ Type = $_ } }
    }

    It 'has a table, a list and a wide view: <Type>' -ForEach $types {
        $controls = (Get-FormatData -TypeName $Type).FormatViewDefinition.Control | ForEach-Object { $_.GetType().Name }
        'TableControl', 'ListControl', 'WideControl' | Should -BeIn $controls
    }

    It 'has columns that are named as the properties they show: <Type>' -ForEach ($types | Where-Object Type -ne 'IncidentTrail.TrailObject') {
        # And what an object answers beside them: the short names that fit a narrow window.
        $properties = ([type] $Type).GetProperties().Name + (Get-TypeData -TypeName $Type).Members.PSBase.Keys
        $tables = (Get-FormatData -TypeName $Type).FormatViewDefinition.Control |
            Where-Object { $_ -is [System.Management.Automation.TableControl] }
        $tables.Headers.Label | Where-Object { $_ -cnotin $properties } | Should -BeNullOrEmpty
    }

    It 'fits its heading into 80 columns: <Name>' -ForEach @(
        @{ Name = 'callers'; Script = { Get-IncidentTrailCaller $trail } }
        @{ Name = 'logs'; Script = { Get-IncidentTrailLog $trail } }
        @{ Name = 'actions'; Script = { Get-IncidentTrailAction } }
        @{ Name = 'incidents'; Script = { Get-IncidentTrailIncident $trail } }
        @{ Name = 'steps'; Script = { Get-IncidentTrailTimeline $trail } }
    ) {
        $table = ((& $Script) | Format-Table | Out-String -Width 80) -split '\r?\n' -replace '\e\[[\d;]*m'
        $rule = [array]::FindIndex($table, [Predicate[string]] { $args[0] -match '^\s*-{4,} ' })
        $table[$rule - 2] | Should -BeNullOrEmpty -Because 'the heading is one line'
    }
}

Describe 'An object behind one of another type' {
    # There PowerShell asks no view.
    It 'is a few lines of what matters, and so is its copy: <Name>' -ForEach @(
        @{ Name = 'an event'; Says = 'EventName'; Script = { Get-IncidentTrailEvent $trail } }
        @{ Name = 'an incident'; Says = 'TimeToResolve'; Script = { Get-IncidentTrailIncident $trail -ResponsePlan checkout } }
        @{ Name = 'a step'; Says = 'Text'; Script = { Get-IncidentTrailTimeline $trail } }
        @{ Name = 'a change'; Says = 'Scope'; Script = { (Get-IncidentTrailIncident $trail -ResponsePlan checkout).ChangesBefore } }
        @{ Name = 'a note'; Says = 'Author'; Script = { (Get-IncidentTrailIncident $trail -ResponsePlan checkout).Notes } }
        @{ Name = 'a caller'; Says = 'ChangeCount'; Script = { Get-IncidentTrailCaller $trail } }
        @{ Name = 'who called'; Says = 'Name'; Script = { (Get-IncidentTrailEvent $trail).Caller } }
        @{ Name = 'a log'; Says = 'Region'; Script = { Get-IncidentTrailLog $trail } }
        @{ Name = 'a verdict'; Says = 'Reason'; Script = { Test-IncidentTrailLog $trail -WarningAction SilentlyContinue } }
        @{ Name = 'an action'; Says = 'Access'; Script = { Get-IncidentTrailAction } }
    ) {
        $object = & $Script | Select-Object -First 1
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($object))
        foreach ($shown in $object, $copy) {
            $list = @(@(Get-Command Get-Item; $shown) | Format-Plain) -match '^[A-Z]\w+ +: '
            $list.Count | Should -BeIn (4..11)
            $list -match "^$Says +: " | Should -HaveCount 1
        }
    }
}

Describe 'Wide views' {
    It 'name logs by their files' {
        $wide = Get-IncidentTrailLog $trail | Format-Wide -Column 1 | Format-Plain
        $wide -match '^111122223333_CloudTrail_eu-west-1_20260309T0915Z_\w+\.json\.gz' | Should -HaveCount 1
    }
}

Describe 'The facts of a source' {
    It 'are in one order in every session, and its times in UTC' {
        $null = Get-IncidentTrailEvent $trail -StartTime 2026-03-09T00:00:00Z -EndTime 2026-03-10T00:00:00Z -CoverageVariable read
        $list = ($read.Sources | Format-List | Format-Plain) -join '' -replace '\s+'
        $list | Should -Match '"DeliveredFromUtc":"2026-03-08T23:45:00Z","DeliveredUntilUtc":"2026-03-11T00:00:00Z","DeliverySlack":"1.00:00:00","FoldersPassedOver":0,"LogsPassedOver":0}'
    }
}

Describe 'What an import makes for the views' {
    It 'are the properties and headings that a view names, and no others' {
        $named = foreach ($file in Get-ChildItem "$module/*.Format.ps1xml") { ([xml] (Get-Content $file -Raw)).SelectNodes('//PropertyName|//Label').InnerText }
        $made = (Get-TypeData 'Deserialized.IncidentTrail.*').Members.Values | Where-Object { $_ -is [System.Management.Automation.Runspaces.CodePropertyData] }
        $made.Name | Should -Contain 'ViewShortEventTime'
        $made.Name | Where-Object { $_ -notin $named } | Should -BeNullOrEmpty
    }
}
