# After a build this file imports what was staged; the build writes the module's own manifest without that folder.
@{
    # In this order, and no RootModule, which would be loaded first: what the first loads is there when the cmdlets are asked for.
    NestedModules        = @('out/IncidentTrail/IncidentTrail.Loading.dll', 'out/IncidentTrail/IncidentTrail.dll')
    ModuleVersion        = '0.2.0'
    GUID                 = '6f2d7f0e-5b6c-4f4a-9d0a-6a4c1f0f7a51'
    Author               = 'IncidentTrail contributors'
    CompanyName          = 'IncidentTrail'
    Copyright            = '(c) IncidentTrail contributors. MIT licence.'
    Description          = 'Reads the AWS CloudTrail record of AWS Systems Manager Incident Manager, from trail buckets, log files and Event history, as typed objects.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('out/IncidentTrail/IncidentTrail.Format.ps1xml', 'out/IncidentTrail/IncidentTrail.Incidents.Format.ps1xml', 'out/IncidentTrail/IncidentTrail.Coverage.Format.ps1xml', 'out/IncidentTrail/IncidentTrail.Integrity.Format.ps1xml', 'out/IncidentTrail/IncidentTrail.Drawing.Format.ps1xml')
    CmdletsToExport      = @(
        'Export-IncidentTrailEvidence'
        'Export-IncidentTrailReport'
        'Get-IncidentTrailAction'
        'Get-IncidentTrailCaller'
        'Get-IncidentTrailEvent'
        'Get-IncidentTrailIncident'
        'Get-IncidentTrailLog'
        'Get-IncidentTrailTimeline'
        'New-IncidentTrailAthenaTable'
        'Save-IncidentTrailLog'
        'Show-IncidentTrailActivity'
        'Show-IncidentTrailTimeline'
        'Test-IncidentTrailLog'
        'Watch-IncidentTrailEvent'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        # All that ships. An import looks each file of a FileList up, which takes it longer than loading the module does.
        Files  = @(
            'out/IncidentTrail/IncidentTrail.psd1'
            'out/IncidentTrail/IncidentTrail.dll'
            'out/IncidentTrail/IncidentTrail.Core.dll'
            'out/IncidentTrail/IncidentTrail.Loading.dll'
            'out/IncidentTrail/IncidentTrail.Format.ps1xml'
            'out/IncidentTrail/IncidentTrail.Incidents.Format.ps1xml'
            'out/IncidentTrail/IncidentTrail.Coverage.Format.ps1xml'
            'out/IncidentTrail/IncidentTrail.Integrity.Format.ps1xml'
            'out/IncidentTrail/IncidentTrail.Drawing.Format.ps1xml'
            'out/IncidentTrail/en-US/IncidentTrail.dll-Help.xml'
            'out/IncidentTrail/en-US/about_IncidentTrail.help.txt'
            'out/IncidentTrail/aws/IncidentTrail.Aws.dll'
            'out/IncidentTrail/aws/AWSSDK.Core.dll'
            'out/IncidentTrail/aws/AWSSDK.Extensions.Numerics.dll'
            'out/IncidentTrail/aws/AWSSDK.S3.dll'
            'out/IncidentTrail/aws/AWSSDK.SQS.dll'
            'out/IncidentTrail/aws/System.IO.Hashing.dll'
            'out/IncidentTrail/sample/AWSLogs/111122223333/Config/us-east-1/2026/3/10/ConfigSnapshot/111122223333_Config_us-east-1_ConfigSnapshot_20260310T140412Z_df433d92-b366-4b4f-97ce-485e1d0e67d5.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail-Digest/us-east-1/2026/03/10/111122223333_CloudTrail-Digest_us-east-1_organization-trail_us-east-1_20260310T150000Z.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/09/111122223333_CloudTrail_eu-west-1_20260309T0915Z_C4hPzL9dWm1uJx8k.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/10/111122223333_CloudTrail_eu-west-1_20260310T1415Z_g2JhVs6QmXe9RbLd.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/10/111122223333_CloudTrail_eu-west-1_20260310T1440Z_Zw3TcKf7ApN1uYoi.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/09/111122223333_CloudTrail_us-east-1_20260309T0915Z_q7GbVn2KsXw0RtYe.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/09/111122223333_CloudTrail_us-east-1_20260309T1655Z_Yt5sNf3AqKo8vB2i.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T0005Z_1dXkQ8yFbLs7NvCa.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1400Z_oB9eTm5WgZ2xHrUi.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1405Z_J3vKc7PnYq0aLfSd.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1410Z_A2uNsV5kDy9iFpCl.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1410Z_wE8tXz4GhRb6MjQo.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1415Z_Hq1LbW7oZx3rTeKm.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1420Z_u3EoSd6YiPv0FxWj.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1435Z_S8pGfJ0cVt6nXaUy.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1445Z_b5RwMk2ZqEh9DsLi.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1455Z_N7xCyP4vTo1gBuFj.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1505Z_0aKdQ3sWl8ZmRiHe.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1505Z_Vf6Tn9XbGc2yJpUo.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1515Z_kL4qEz7HrSw1DvMa.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1525Z_P0iYtB8uCx5oNgKf.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/eu-west-1/2026/03/10/444455556666_CloudTrail_eu-west-1_20260310T1415Z_fY5pJt0CwHq3MzSu.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/eu-west-1/2026/03/10/444455556666_CloudTrail_eu-west-1_20260310T1445Z_4bGlDr9XnEa7vKTi.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/09/444455556666_CloudTrail_us-east-1_20260309T1655Z_eM6wRj0TzUc4Gp9H.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/10/444455556666_CloudTrail_us-east-1_20260310T1410Z_D9rGxEq4LvM0sHbn.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/10/444455556666_CloudTrail_us-east-1_20260310T1420Z_m1UkZa8WyTj5PcQf.json.gz'
            'out/IncidentTrail/sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/10/444455556666_CloudTrail_us-east-1_20260310T1435Z_R6oXiNd2BgVs7KeL.json.gz'
            'out/IncidentTrail/sample/changed-the-day-before.json'
            'out/IncidentTrail/sample/notes-audited.json'
            'out/IncidentTrail/sample/overlapping-incidents.json'
            'out/IncidentTrail/sample/silenced-while-it-ran.json'
            'out/IncidentTrail/sample/started-by-alarm.json'
        )
        PSData = @{
            Tags         = @('AWS', 'CloudTrail', 'IncidentManager', 'SSM', 'Audit', 'Security', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'CHANGELOG.md in the package says what changed.'
        }
    }
}
