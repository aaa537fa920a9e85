@{
    RootModule           = 'IncidentTrail.dll'
    ModuleVersion        = '0.2.0'
    GUID                 = '6f2d7f0e-5b6c-4f4a-9d0a-6a4c1f0f7a51'
    Author               = 'IncidentTrail contributors'
    CompanyName          = 'IncidentTrail'
    Copyright            = '(c) IncidentTrail contributors. MIT licence.'
    Description          = 'Reads the AWS CloudTrail record of AWS Systems Manager Incident Manager, from trail buckets, log files and Event history, as typed objects.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('IncidentTrail.Format.ps1xml', 'IncidentTrail.Incidents.Format.ps1xml', 'IncidentTrail.Coverage.Format.ps1xml', 'IncidentTrail.Integrity.Format.ps1xml')
    CmdletsToExport      = @(
        'Export-IncidentTrailReport'
        'Get-IncidentTrailAction'
        'Get-IncidentTrailCaller'
        'Get-IncidentTrailEvent'
        'Get-IncidentTrailIncident'
        'Get-IncidentTrailLog'
        'Get-IncidentTrailTimeline'
        'Save-IncidentTrailLog'
        'Test-IncidentTrailLog'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    FileList             = @(
        'IncidentTrail.psd1'
        'IncidentTrail.dll'
        'IncidentTrail.Core.dll'
        'IncidentTrail.Format.ps1xml'
        'IncidentTrail.Incidents.Format.ps1xml'
        'IncidentTrail.Coverage.Format.ps1xml'
        'IncidentTrail.Integrity.Format.ps1xml'
        'en-US/IncidentTrail.dll-Help.xml'
        'en-US/about_IncidentTrail.help.txt'
        'aws/IncidentTrail.Aws.dll'
        'aws/AWSSDK.Core.dll'
        'aws/AWSSDK.Extensions.Numerics.dll'
        'aws/AWSSDK.S3.dll'
        'aws/AWSSDK.SecurityToken.dll'
        'aws/AWSSDK.SSO.dll'
        'aws/AWSSDK.SSOOIDC.dll'
        'aws/System.IO.Hashing.dll'
        'sample/AWSLogs/111122223333/Config/us-east-1/2026/3/10/ConfigSnapshot/111122223333_Config_us-east-1_ConfigSnapshot_20260310T140412Z_df433d92-b366-4b4f-97ce-485e1d0e67d5.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail-Digest/us-east-1/2026/03/10/111122223333_CloudTrail-Digest_us-east-1_organization-trail_us-east-1_20260310T150000Z.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/09/111122223333_CloudTrail_eu-west-1_20260309T0915Z_C4hPzL9dWm1uJx8k.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/10/111122223333_CloudTrail_eu-west-1_20260310T1415Z_g2JhVs6QmXe9RbLd.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/10/111122223333_CloudTrail_eu-west-1_20260310T1440Z_Zw3TcKf7ApN1uYoi.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/09/111122223333_CloudTrail_us-east-1_20260309T0915Z_q7GbVn2KsXw0RtYe.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/09/111122223333_CloudTrail_us-east-1_20260309T1655Z_Yt5sNf3AqKo8vB2i.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T0005Z_1dXkQ8yFbLs7NvCa.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1400Z_oB9eTm5WgZ2xHrUi.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1405Z_J3vKc7PnYq0aLfSd.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1410Z_A2uNsV5kDy9iFpCl.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1410Z_wE8tXz4GhRb6MjQo.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1415Z_Hq1LbW7oZx3rTeKm.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1420Z_u3EoSd6YiPv0FxWj.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1435Z_S8pGfJ0cVt6nXaUy.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1445Z_b5RwMk2ZqEh9DsLi.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1455Z_N7xCyP4vTo1gBuFj.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1505Z_0aKdQ3sWl8ZmRiHe.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1505Z_Vf6Tn9XbGc2yJpUo.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1515Z_kL4qEz7HrSw1DvMa.json.gz'
        'sample/AWSLogs/o-exampleorg1/111122223333/CloudTrail/us-east-1/2026/03/10/111122223333_CloudTrail_us-east-1_20260310T1525Z_P0iYtB8uCx5oNgKf.json.gz'
        'sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/eu-west-1/2026/03/10/444455556666_CloudTrail_eu-west-1_20260310T1415Z_fY5pJt0CwHq3MzSu.json.gz'
        'sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/eu-west-1/2026/03/10/444455556666_CloudTrail_eu-west-1_20260310T1445Z_4bGlDr9XnEa7vKTi.json.gz'
        'sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/09/444455556666_CloudTrail_us-east-1_20260309T1655Z_eM6wRj0TzUc4Gp9H.json.gz'
        'sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/10/444455556666_CloudTrail_us-east-1_20260310T1410Z_D9rGxEq4LvM0sHbn.json.gz'
        'sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/10/444455556666_CloudTrail_us-east-1_20260310T1420Z_m1UkZa8WyTj5PcQf.json.gz'
        'sample/AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2026/03/10/444455556666_CloudTrail_us-east-1_20260310T1435Z_R6oXiNd2BgVs7KeL.json.gz'
        'sample/changed-the-day-before.json'
        'sample/notes-audited.json'
        'sample/overlapping-incidents.json'
        'sample/started-by-alarm.json'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'CloudTrail', 'IncidentManager', 'SSM', 'Audit', 'Security', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
