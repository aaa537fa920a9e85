@{
    RootModule           = 'IncidentTrail.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f2d7f0e-5b6c-4f4a-9d0a-6a4c1f0f7a51'
    Author               = 'IncidentTrail contributors'
    CompanyName          = 'IncidentTrail'
    Copyright            = '(c) IncidentTrail contributors. MIT licence.'
    Description          = 'Reads the AWS CloudTrail record of AWS Systems Manager Incident Manager, from trail buckets, log files and Event history, as typed objects.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('IncidentTrail.Format.ps1xml', 'IncidentTrail.Incidents.Format.ps1xml', 'IncidentTrail.Coverage.Format.ps1xml')
    TypesToProcess       = @('IncidentTrail.Types.ps1xml')
    CmdletsToExport      = @(
        'Export-IncidentTrailReport'
        'Get-IncidentTrailAction'
        'Get-IncidentTrailCaller'
        'Get-IncidentTrailEvent'
        'Get-IncidentTrailIncident'
        'Get-IncidentTrailLog'
        'Get-IncidentTrailTimeline'
        'Save-IncidentTrailLog'
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
        'IncidentTrail.Types.ps1xml'
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
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'CloudTrail', 'IncidentManager', 'SSM', 'Audit', 'Security', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
