# Names of files that steer a terminal, which Windows refuses.
BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:hostile = "`e[31mX`a`e]8;;http:evil`e\L$([char] 0x202E)`nEverything is Valid."

    function Get-Shown([scriptblock] $Script) {
        $ErrorView = 'NormalView'
        $PSStyle.OutputRendering = 'PlainText'
        $ErrorActionPreference = 'Continue'
        $(try { & $Script 3>&1 2>&1 4>&1 } catch { $_ }) | Out-String -Width 4000
    }
}

# Windows takes no control characters in the names of files.
Describe 'A hostile name of a file' -Skip:$IsWindows {
    BeforeAll {
        $script:folder = (New-Item -ItemType Directory "$TestDrive/names").FullName
        [System.IO.File]::WriteAllText("$folder/cut$hostile.json", '{"Records":[{"eventVersion":"1.08", nonsense')
        [System.IO.File]::WriteAllText("$folder/page$hostile.json", '<html><body>x</body></html>')
        [System.IO.File]::WriteAllText("$folder/empty$hostile.json", '')
        [System.IO.File]::CreateSymbolicLink("$folder/gone$hostile.json", 'nowhere') | Out-Null
        [System.IO.Directory]::CreateSymbolicLink("$folder/link$hostile", $root) | Out-Null
    }

    It 'steers nothing and begins no line in what is shown of it by <Name>' -ForEach @(
        @{ Name = 'Get-IncidentTrailEvent'; Run = { Get-IncidentTrailEvent $folder -Verbose } }
        @{ Name = 'Get-IncidentTrailLog'; Run = { Get-IncidentTrailLog $folder } }
        @{ Name = 'Test-IncidentTrailLog'; Run = { Test-IncidentTrailLog $folder } }
        @{ Name = 'a missing path'; Run = { Get-IncidentTrailEvent -LiteralPath "$folder/no$hostile" } }
        @{ Name = 'a missing folder'; Run = { Get-IncidentTrailIncident $trail | Export-IncidentTrailReport "$folder/no$hostile/x.html" } }
        @{ Name = 'a time'; Run = { Get-IncidentTrailEvent $trail -StartTime $hostile } }
        @{ Name = 'a span'; Run = { Get-IncidentTrailEvent $trail -DeliverySlack $hostile } }
        @{ Name = 'a name of a kind'; Run = { Get-IncidentTrailEvent $trail -Access $hostile } }
    ) {
        $shown = Get-Shown $Run
        $shown | Should -Match 'Everything is Valid'
        $shown | Should -Not -Match "[`a`u{202E}]|\e\]8|\e\[31mX|(?m)^Everything"
    }
}
